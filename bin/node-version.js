// Ends with one sentence where Node.js is too old to run TypeScript. It comes before `npm start` and the like, and first in
// the command line, so any Node.js has to understand it.
const { node } = process.versions;
if (Number(node.split(".")[0]) < 24) {
  console.error(
    `aks-oncall needs Node.js 24 or newer, and this is Node.js ${node}. Install it from https://nodejs.org/en/download (with nvm: nvm install 24), and run the same again.`,
  );
  process.exit(2);
}
