// What a question waits for before it is answered or on its way: whoever is asked at the moment.

export type WaitStep = "signIn" | "token" | "groups" | "clusters" | "cluster" | "rights" | "chat";
