// Loaded into the product's process before anything else (`node --import`): SIGUSR2 sets its clock an hour ahead, the next
// one an hour behind, the next one right; where CLOCK_STEP_MINUTES is set, each sets it on by so much. What measures time without
// a clock goes on as before.
const hour = 3_600_000;
let offset = 0;
const step = Number(process.env.CLOCK_STEP_MINUTES ?? 0) * 60_000;
process.on("SIGUSR2", () => {
  const swung = offset === 0 ? hour : offset === hour ? -hour : 0;
  offset = step > 0 ? offset + step : swung;
});

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number | string | Date]) {
    super(...((given.length === 0 ? [RealDate.now() + offset] : given) as [number]));
  }
  static override now(): number {
    return RealDate.now() + offset;
  }
} as DateConstructor;
