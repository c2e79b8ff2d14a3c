// Where the contracts of Store and Jobs are kept: in memory (the fake of other tests), in PGlite and in PostgreSQL.
import { rm } from "node:fs/promises";
import type { Jobs, Store } from "../../src/app/ports/store.ts";
import { createMemoryStore } from "../fakes/memory-store.ts";
import { newFolder } from "./new-folder.ts";
import { type Databases, databases } from "./postgres-server.ts";
import { clock, opened } from "./samples.ts";

export type Opened = Readonly<{ store: Store; jobs: Jobs; close(): Promise<void> }>;
/** `open` again after `close` finds the same data, as a restarted process does. */
export type Backend = Readonly<{ open(): Promise<Opened>; remove(): Promise<void> }>;

async function memory(): Promise<Backend> {
  const { store, jobs, crash } = createMemoryStore(clock.now);
  const close = async () => {
    await jobs.stop();
    crash();
  };
  return { open: async () => ({ store, jobs, close }), remove: async () => {} };
}

async function pglite(): Promise<Backend> {
  const dataDir = await newFolder();
  return { open: () => opened({ dataDir }), remove: () => rm(dataDir, { recursive: true }) };
}

async function postgres(): Promise<Backend> {
  const server: Databases = await databases();
  const databaseUrl = await server.newDatabase();
  return { open: () => opened({ databaseUrl }), remove: () => server.stop() };
}

export const backends: [string, () => Promise<Backend>][] = [
  ["memory", memory],
  ["PGlite", pglite],
  ["PostgreSQL", postgres],
];

/** Opens a store before the tests of a `describe`, and removes it after them. */
export function openedFor(create: () => Promise<Backend>, use: (store: Store) => void): void {
  let backend: Backend;
  let current: Opened;
  beforeAll(async () => {
    backend = await create();
    current = await backend.open();
    use(current.store);
  });
  afterAll(async () => {
    await current.close();
    await backend.remove();
  });
}
