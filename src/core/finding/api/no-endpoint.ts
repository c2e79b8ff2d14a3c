// What findings about the private endpoint say alike.

export type NoEndpoint = Readonly<{ is: "noEndpoint" }>;
