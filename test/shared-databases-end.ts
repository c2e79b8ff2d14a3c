// The end of what `shared-databases.ts` started.
declare const endSharedDatabases: () => Promise<unknown>;

export default (): Promise<unknown> => endSharedDatabases();
