// Virtual machines: the instance view that follows from the power state, and start and stop.
import type { Reply } from "../http.ts";
import { isObject, type JsonObject, objectOf, textOf } from "../json.ts";
import { resourceNotFound } from "./arm-errors.ts";
import { parseArmPath } from "./arm-path.ts";
import { type ArmHandler, type ArmRequest, refuse } from "./arm-request.ts";
import { present } from "./present.ts";
import type { Resource } from "./resource-store.ts";
import { handleResource } from "./resources.ts";

/** `GET …/virtualMachines/{vm}/instanceView`. */
export const instanceView: ArmHandler = (request) =>
  withMachine(request, "Microsoft.Compute/virtualMachines/instanceView/read", (machine) => ({
    status: 200,
    body: viewOf(machine),
  }));

/** `GET …/virtualMachines/{vm}?$expand=instanceView`; everything else as any resource. */
export const virtualMachine: ArmHandler = (request) => {
  if (request.call.query.get("$expand")?.toLowerCase() !== "instanceview") return handleResource(request);
  return withMachine(request, "Microsoft.Compute/virtualMachines/read", (machine) => {
    const shown = present(request.world, machine);
    return {
      status: 200,
      body: { ...shown, properties: { ...objectOf(shown.properties), instanceView: viewOf(machine) } },
    };
  });
};

/** Start, restart, powerOff and deallocate: done at once. */
export const powerAction: ArmHandler = (request) => {
  const powered: Record<string, string> = { start: "running", restart: "running", poweroff: "stopped" };
  const state = powered[request.path.segment.toLowerCase()] ?? "deallocated";
  return withMachine(request, `${request.path.type}/action`, (machine) => {
    const { instanceView: _replaced, ...properties } = machine.properties;
    machine.properties = { ...properties, extended: { powerState: state } };
    return { status: 200 };
  });
};

function withMachine(request: ArmRequest, action: string, answer: (machine: Resource) => Reply): Reply {
  const id = request.path.name === null ? request.path.parent : request.path.text;
  const machine = request.world.store.get(id);
  return (
    refuse(request, action, id) ??
    (machine === undefined ? resourceNotFound(parseArmPath(id)) : answer(machine))
  );
}

function viewOf(machine: Resource): JsonObject {
  const given = machine.properties.instanceView;
  if (isObject(given)) return given;
  const state = powerStateOf(machine);
  const name = textOf(objectOf(machine.properties.osProfile).computerName) || machine.name;
  const { osType } = objectOf(objectOf(machine.properties.storageProfile).osDisk);
  return {
    computerName: name,
    osName: osType === "Windows" ? "Windows Server 2022 Datacenter" : "ubuntu",
    vmAgent: { vmAgentVersion: "2.14.0.1", statuses: [agentStatus(machine, state)] },
    statuses: [
      { code: "ProvisioningState/succeeded", level: "Info", displayStatus: "Provisioning succeeded" },
      { code: `PowerState/${state}`, level: "Info", displayStatus: `VM ${state}` },
    ],
  };
}

/** `properties.extended.agent: "Not Ready"` is a machine that runs and hangs; one that is off has no agent either. */
function agentStatus(machine: Resource, powerState: string): JsonObject {
  const isReady =
    powerState === "running" && textOf(objectOf(machine.properties.extended).agent) !== "Not Ready";
  return isReady
    ? {
        code: "ProvisioningState/succeeded",
        level: "Info",
        displayStatus: "Ready",
        message: "Guest Agent is running",
      }
    : {
        code: "ProvisioningState/Unavailable",
        level: "Warning",
        displayStatus: "Not Ready",
        message: "VM status blob is found but not yet populated.",
      };
}

/** `properties.extended.powerState` (`running`, with or without `PowerState/`), or Resource Graph's place for it. */
function powerStateOf(machine: Resource): string {
  const extended = objectOf(machine.properties.extended);
  const stated =
    textOf(extended.powerState) ||
    textOf(objectOf(extended.powerState).code) ||
    textOf(objectOf(objectOf(extended.instanceView).powerState).code);
  return stated.replace(/^PowerState\//i, "") || "running";
}
