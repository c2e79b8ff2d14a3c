// The end of what `one-postgres.ts` started.
declare const stopPostgres: () => Promise<void>;

export default (): Promise<void> => stopPostgres();
