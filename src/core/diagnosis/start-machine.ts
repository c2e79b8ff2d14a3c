// How a virtual machine that is off comes back.
import { azIn, forResource } from "./az.ts";
import type { Fix } from "./check.ts";

export const startMachine = ({ id }: Readonly<{ id: string }>): Fix | null =>
  forResource(id, (parts) => ({
    commands: [azIn(parts, "vm start", "--name", parts.name)],
    risk: "The virtual machine costs money while it runs.",
    disruptive: false,
    role: `Virtual Machine Contributor on ${parts.name}`,
  }));
