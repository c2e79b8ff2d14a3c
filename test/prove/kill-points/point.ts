// Where in the life of one change, or of one incident, the process kills itself: told from outside, and reached from inside.

/**
 * What of a change is about to be done, or was just done. `write:` a move of its run, by the state it moves to. `in hand:`
 * an incident is given out to be diagnosed, or for those on call to be called to it.
 */
export type Step =
  | "create"
  | `write:${string}`
  | `take:${"look" | "change"}`
  | `send:${"look" | "change" | "check"}`
  | `poll:${"look" | "change"}`
  | `show:${string}`
  | `in hand:${"diagnosis" | "call"}`;

/** `object`: the name of the object that the change is about, or the id of the cluster whose incident it is; `after`: so many milliseconds from the step on; `signal`: SIGTERM where it is to end in order. */
export type KillPoint = Readonly<{
  object: string;
  step: Step;
  when: "before" | "after";
  after: number;
  signal: "SIGKILL" | "SIGTERM";
}>;

let armed: KillPoint | null = null;
process.on("message", (point: KillPoint) => {
  armed = point;
});
// Nobody waits for this channel when the product ends.
process.channel?.unref();

const runs = new Map<string, string>();

/** From now on this run is known as one about that object. */
export const isAbout = (runId: string, text: string): void => {
  if (armed !== null && text.includes(armed.object)) runs.set(runId, armed.object);
};
export const objectOf = (runId: string): string => runs.get(runId) ?? "";

function reach(step: Step, when: KillPoint["when"], about: string): void {
  if (armed?.step !== step || armed.when !== when || !about.includes(armed.object)) return;
  const { after, signal } = armed;
  armed = null;
  const kill = () => process.kill(process.pid, signal);
  if (after > 0) setTimeout(kill, after);
  else kill();
}

/** Does it, unless it is killed there. `about`: text that names the object. */
export async function around<T>(step: Step, about: string, act: () => Promise<T>): Promise<T> {
  reach(step, "before", about);
  const result = await act();
  reach(step, "after", about);
  return result;
}
