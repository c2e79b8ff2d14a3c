// What this release of the product expects of a database.
import bossPackage from "pg-boss/package.json" with { type: "json" };
import productPackage from "../../package.json" with { type: "json" };
import { type Steps, steps } from "./migrations.ts";

/** `jobs`: the version of the schema that pg-boss keeps beside ours. */
export type Release = Readonly<{ name: string; steps: Steps; jobs: number }>;

export const thisRelease: Release = {
  name: productPackage.version,
  steps,
  jobs: bossPackage.pgboss.schema,
};

export const newestStep = ({ steps: all }: Release): string => Object.keys(all).at(-1) ?? "";
