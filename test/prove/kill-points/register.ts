// Loaded before the product (`node --import`): its store and what sends commands become those that can kill it.
import { registerHooks } from "node:module";

const places = {
  "/src/store/open-store.ts": "./open-store.ts",
  "/src/azure/run-command/command-transport.ts": "./command-transport.ts",
};

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const place = Object.entries(places).find(([end]) => found.url.endsWith(end))?.[1];
    // The one that kills has the real one inside it.
    const isInside = context.parentURL?.includes("/kill-points/");
    return place === undefined || isInside ? found : { ...found, url: new URL(place, import.meta.url).href };
  },
});
