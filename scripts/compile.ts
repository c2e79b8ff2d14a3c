// Loads what the start and the first question load, and nothing happens. Where NODE_COMPILE_CACHE names a folder, Node.js
// keeps there what it compiled: the image is made with it.
await import("../src/composition/start-check.ts");
await import("../src/composition/product.ts");
await import("../src/composition/arm.ts");
await import("@azure/identity");
