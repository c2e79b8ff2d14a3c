import { onceMade } from "../../../src/core/text/once.ts";

describe("what is made when it is first asked for", () => {
  test("is made once for all who ask", async () => {
    let made = 0;
    const value = onceMade(async () => ++made);
    expect(await Promise.all([value(), value()])).toEqual([1, 1]);
    expect(await value()).toBe(1);
  });

  test("is not made before anybody asks, and made anew after it failed", async () => {
    let made = 0;
    const value = onceMade(async () => {
      made += 1;
      if (made === 1) throw new Error("not yet");
      return made;
    });
    expect(made).toBe(0);
    await expect(value()).rejects.toThrow("not yet");
    expect(await value()).toBe(2);
  });
});
