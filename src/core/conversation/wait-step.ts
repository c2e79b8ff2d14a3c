// What a question waits for before it is answered or on its way: whoever is asked at the moment, or what the same person
// asked earlier.

export type WaitStep = "earlier" | "signIn" | "token" | "groups" | "clusters" | "cluster" | "rights" | "chat";
