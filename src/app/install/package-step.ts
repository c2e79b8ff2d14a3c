// The Teams package of an installation. Teams takes it from an administrator's hand.
import type { Made } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import type { PackageFile, Step } from "../ports/install.ts";

export function packageStep(file: PackageFile): Step {
  const wanted = async ({ registration, deployment }: Made): Promise<Uint8Array | null> => {
    if (registration === undefined || deployment === undefined) return null;
    const built = await file.build({ appId: registration.appId, website: deployment.endpoint });
    if (!built.ok) throw new Refused({ is: "packageRefused", problems: built.problems });
    return built.zip;
  };
  return {
    name: "package",
    needs: [],
    makes: () => [`${file.name}, for an administrator of Teams to upload`],
    look: async (made) => {
      const [zip, there] = [await wanted(made), await file.read()];
      if (zip === null || there === null) return { is: "missing" };
      return same(zip, there) ? { is: "there", made } : { is: "differs", how: [file.name], made };
    },
    make: async (made) => {
      const zip = await wanted(made);
      if (zip === null) throw new Error("The package comes before what it is of.");
      await file.write(zip);
      return made;
    },
    takeBack: file.remove,
    deletes: async ({ registration }) => ({
      gone: (await file.read()) === null ? [] : [file.name],
      stays: [{ is: "teamsApp", appId: registration?.appId ?? null }],
    }),
    undo: () => `rm ${file.name}`,
  };
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
