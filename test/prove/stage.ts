// What the outages have in common: how long they last, the processes they befall, and the figures that are printed.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  launch,
  type ProductProcess,
  type StorePlace,
  settled,
  startWorld,
  type World,
} from "./product-process.ts";

/** `PROVE=1`: as long and as often as an outage may be. Else a short sample. */
export const proving = process.env.PROVE === "1";
export const full = <T>(whole: T, sample: T): T => (proving ? whole : sample);
/** The promise is two seconds; a sample on a machine that is busy with other tests only has to be answered. */
export const promised = full(2_000, 5_000);

export type Stage = Readonly<{
  world: World;
  /** For data; gone at the end. */
  folder: string;
  started(store: StorePlace, more?: Record<string, string>): Promise<ProductProcess>;
  launched(store: StorePlace): Promise<ProductProcess>;
  figure(what: string, figure: string): void;
  close(): Promise<void>;
}>;

export async function openStage(): Promise<Stage> {
  const world = await startWorld();
  const folder = await mkdtemp(join(tmpdir(), "aks-oncall-outages-"));
  // PostgreSQL does not run as root, and has to pass through.
  await chmod(folder, 0o755);
  const products: ProductProcess[] = [];
  const figures: string[] = [];
  const launched = async (store: StorePlace, more: Record<string, string> = {}): Promise<ProductProcess> => {
    const product = await launch(world, store, more);
    products.push(product);
    return product;
  };
  return {
    world,
    folder,
    launched,
    started: async (store, more) => {
      const product = await launched(store, more);
      await settled(product);
      return product;
    },
    figure: (what, figure) => void figures.push(`${what}: ${figure}`),
    close: async () => {
      for (const { child } of products) child.kill("SIGKILL");
      await world.close();
      await rm(folder, { recursive: true, force: true });
      if (proving) console.log(figures.join("\n"));
    },
  };
}

export const ready = (product: ProductProcess) => async () => (await product.look("/readyz")).status === 200;
