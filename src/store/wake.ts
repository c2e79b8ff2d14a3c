// Wakes a loop that waits for work in this process.

export type Wake = Readonly<{
  up(): void;
  /** Resolves when woken, at once where that was before, or after so many milliseconds. */
  orAfter(milliseconds: number): Promise<void>;
}>;

export function createWake(): Wake {
  let woken = false;
  let resolve: (() => void) | null = null;
  return {
    up: () => {
      woken = true;
      resolve?.();
    },
    orAfter: async (milliseconds) => {
      if (!woken) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((done) => {
          resolve = done;
          timer = setTimeout(done, milliseconds);
          timer.unref();
        });
        clearTimeout(timer);
        resolve = null;
      }
      woken = false;
    },
  };
}
