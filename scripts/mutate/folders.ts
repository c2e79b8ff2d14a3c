// Which source folders are mutated, and which tests have to notice: a folder's own, not whole flows through it.

/** `name` stands under `src` and under `test`. `postgres`: its tests need a server. */
export type Folder = Readonly<{ name: string; notHere?: readonly string[]; postgres?: boolean }>;

export const folders: readonly Folder[] = [
  { name: "core/policy" },
  { name: "core/command" },
  { name: "core/audit" },
  { name: "bot" },
  // They start processes and wait for them to die: too slow to run once a mutant.
  { name: "store", notHere: ["/kill\\.test", "/jobs\\.test"], postgres: true },
];

/** Tens of thousands of random inputs cost too much for each mutant; a table of cases should notice as well. */
const generated = ["\\.properties\\.test"];

export const testsOf = ({ name, notHere = [] }: Folder) => ({
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testPathIgnorePatterns: [...generated, ...notHere],
  // Where Jest looks for what has to do with what: in the whole project, that takes longer than the tests.
  roots: [`<rootDir>/src/${name}`, `<rootDir>/test/${name}`],
});

/** The folder that a source file lies in, if it is one that is mutated. */
export const folderOf = (file: string): Folder | undefined =>
  folders.find(({ name }) => file.startsWith(`src/${name}/`) && file.endsWith(".ts"));
