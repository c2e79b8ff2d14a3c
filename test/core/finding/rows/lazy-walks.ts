// The walks of a snapshot, walked where a check looks at them: most of them look at the configuration alone, and walking
// costs a hundred times as much.
import { type Walks, walksOf } from "../../../../src/core/finding/kit/walks.ts";
import type { ClusterSnapshot } from "../../../../src/core/snapshot/snapshot.ts";

export function lazyWalks(snapshot: ClusterSnapshot): Walks {
  let walks: Walks | undefined;
  const walked = (): Walks => {
    walks ??= walksOf(snapshot);
    return walks;
  };
  return new Proxy<Walks>({} as Walks, { get: (_target, name) => Reflect.get(walked(), name) });
}
