// `npm run package`: the Teams app package, from settings, for an administrator to upload.
import { packageApp } from "../src/teams-package/package-app.ts";

process.exitCode = await packageApp(process.argv.slice(2), {
  variables: process.env,
  folder: "dist",
  envFile: ".env",
  out: console.log,
  err: console.error,
});
