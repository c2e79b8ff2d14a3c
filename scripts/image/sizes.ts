// How large an image is, unpacked, and what takes the most of it.
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

type Size = readonly [what: string, megabytes: number];

/** The whole, its parts, and the largest packages. */
export async function sizes(root: string): Promise<readonly Size[]> {
  const parts = new Map<string, number>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const part = partOf(relative(root, path).split(sep));
    parts.set(part, (parts.get(part) ?? 0) + (await stat(path)).size / 1e6);
  }
  const largest = [...parts].toSorted(([, one], [, other]) => other - one);
  const whole = largest.reduce((sum, [, size]) => sum + size, 0);
  return [["unpacked", whole], ...largest.slice(0, 16)];
}

/** A package, or a folder of the product, or one of the operating system. */
function partOf([first = "", second = "", third = "", fourth = ""]: readonly string[]): string {
  if (first !== "app") return ["usr", "local"].includes(first) ? `${first}/${second}/${third}` : first;
  if (second !== "node_modules") return `${first}/${second}`;
  return `${second}/${third}${third.startsWith("@") ? `/${fourth}` : ""}`;
}
