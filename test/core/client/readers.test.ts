// Whatever is pasted: a reader looks at each line a few times, however many lines there are.
import type { Reader } from "../../../src/core/client/observation.ts";
import { readAnswers } from "../../../src/core/client/read-answers.ts";
import {
  readHttp,
  readNetConnections,
  readSignIn,
  readTls,
} from "../../../src/core/client/read-client-test.ts";
import { readLookups } from "../../../src/core/client/read-lookups.ts";
import { readConnections } from "../../../src/core/client/shapes.ts";

const readers: Readonly<Record<string, Reader>> = {
  readAnswers,
  readLookups,
  readConnections,
  readNetConnections,
  readTls,
  readHttp,
  readSignIn,
};

const kinds: readonly (readonly string[])[] = [
  ["a:"],
  ["----"],
  ['"tenantId": "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b"', '"cloudName": "x"'],
  ["dig +short a.example", "10.0.0.1"],
  ["* Host a.example:443 was resolved.", "* IPv4: 10.0.0.1", "* Trying 10.0.0.1:443..."],
  ["Server: 10.0.0.10", "Name: a.example", "Address: 10.0.0.4"],
];

/** How often `read` looks at a line of so many. */
function looks(read: Reader, kind: readonly string[], count: number): number {
  let looked = 0;
  const lines = Array.from({ length: count }, (_, at) => kind[at % kind.length] ?? "");
  const counted = new Proxy(lines, {
    get(target, key) {
      if (typeof key === "string" && /^\d+$/.test(key)) looked += 1;
      return Reflect.get(target, key);
    },
  });
  read(counted);
  return looked;
}

test.each(Object.entries(readers))("%s", (_, read) => {
  for (const kind of kinds) expect(looks(read, kind, 600)).toBeLessThan(600 * 20);
});
