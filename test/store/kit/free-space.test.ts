// A disk that runs full.
import { watchFreeSpace } from "../../../src/store/kit/folder-lock.ts";
import { eventually } from "../samples.ts";

describe("the room on a disk", () => {
  const mega = 1_000_000;

  test.each<[number, boolean]>([
    [0, false],
    [31 * mega, false],
    [33 * mega, true],
  ])("%i bytes left: room to write %s", async (bytes, room) => {
    const space = await watchFreeSpace(async () => bytes);
    if (room) expect(space.require).not.toThrow();
    // As PostgreSQL says it, so that whoever waits for room waits for this too.
    else expect(space.require).toThrow(expect.objectContaining({ code: "53100", severity: "ERROR" }));
    space.stop();
  });

  test("is looked at again and again, and a look that fails changes nothing", async () => {
    let left: number | Error = 0;
    const space = await watchFreeSpace(async () => {
      if (left instanceof Error) throw left;
      return left;
    });
    const full = () => {
      try {
        space.require();
        return false;
      } catch {
        return true;
      }
    };
    expect(full()).toBe(true);
    left = 100 * mega;
    await eventually(() => !full());
    left = new Error("no such folder");
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(full()).toBe(false);
    space.stop();
  });
});
