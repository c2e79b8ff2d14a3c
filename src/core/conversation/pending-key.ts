// The key of a question that waited for a sign-in, from when it is asked again.
export const pendingKey = (id: string): string => `pending|${id}`;
