// The app registration and its service principal. Both are made by their alternate keys, so that a second try finds the
// first: https://learn.microsoft.com/graph/api/application-upsert
import { z } from "zod";
import type { Step } from "../../app/ports/install.ts";
import { type Answers, markOf } from "../../core/install/answers.ts";
import type { Made } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import {
  apiUriOf,
  displayNameOf,
  firstBody,
  secondBody,
  wantedPermissions,
} from "../../core/install/registration.ts";
import { differences, type Fields, withWanted } from "../../core/install/wanted.ts";
import { deleteForGood, deletionFor, graphRead, principalOf, wantedApis } from "./directory.ts";
import { nothing, type Requests } from "./requests.ts";
import { requireRegistering } from "./rights.ts";

const needs = [{ graph: "Application.ReadWrite.All" }] as const;

const applicationShape = z.looseObject({
  id: z.string(),
  appId: z.string(),
  tags: z.array(z.string()).default([]),
});
type Application = z.infer<typeof applicationShape>;
const selected =
  "id,appId,displayName,signInAudience,tags,web,requiredResourceAccess,appRoles,api,identifierUris";
const byName = ({ name }: Answers): string => `/applications(uniqueName='${name}')`;

const readApplication = (requests: Requests, answers: Answers): Promise<Application | null> =>
  graphRead(requests, `${byName(answers)}?$select=${selected}`, applicationShape);

/** One of the same name that this installation did not make is never touched. */
function own(found: Application | null, answers: Answers): Application | null {
  if (found === null || found.tags.includes(markOf(answers))) return found;
  throw new Refused({ is: "notOurs", what: `application ${found.appId}` });
}

export const registrationStep = (requests: Requests): Step => ({
  name: "registration",
  needs: [...needs, { graph: "User.Read" }],
  // Where it is not there, nothing of it is to be taken back, whoever asks.
  byMarksAlone: true,
  makes: ({ answers, registration }) => [
    `application ${displayNameOf(answers)}`,
    `identifierUris ${apiUriOf(registration?.appId ?? "<appId>")}`,
    "oauth2PermissionScopes access_as_user",
    ...wantedPermissions.map(({ api, scopes }) => `requiredResourceAccess ${api}: ${scopes.join(", ")}`),
  ],
  look: async (made) => {
    const { answers } = made;
    const found = own(await readApplication(requests, answers), answers);
    if (found === null) {
      await requireRegistering(requests);
      return { is: "missing" };
    }
    const { id: objectId, appId } = found;
    const apis = await wantedApis(requests);
    const wanted = { ...firstBody(answers, apis), ...secondBody(answers, apis, appId) };
    const how = differences(wanted, found as Fields);
    const next = { ...made, registration: { objectId, appId } };
    return how.length === 0 ? { is: "there", made: next } : { is: "differs", how, made: next };
  },
  make: async (made) => {
    const { answers } = made;
    const apis = await wantedApis(requests);
    const there = own(await readApplication(requests, answers), answers);
    const first = await requests.graph(applicationShape.nullable(), {
      ...{ method: "PATCH", path: byName(answers), createIfMissing: true },
      body: withWanted(firstBody(answers, apis), (there ?? {}) as Fields),
    });
    const { id: objectId, appId, ...fields } = first.body ?? there ?? missing(answers);
    await requests.graph(nothing, {
      ...{ method: "PATCH", path: `/applications/${objectId}` },
      body: withWanted(secondBody(answers, apis, appId), fields as Fields),
    });
    return { ...made, registration: { objectId, appId } };
  },
  takeBack: async ({ answers }) => deleteForGood(requests, "applications", await doomed(requests, answers)),
  deletes: async ({ answers }) => deletionFor(requests, "applications", await doomed(requests, answers)),
  undo: ({ registration }) => (registration ? `az ad app delete --id ${registration.appId}` : null),
});

async function doomed(requests: Requests, answers: Answers) {
  const there = own(await readApplication(requests, answers), answers);
  return { id: there?.id ?? null, displayName: displayNameOf(answers), mark: markOf(answers) };
}

/** It was updated, so it was there a moment ago. */
function missing({ name }: Answers): never {
  throw new Refused({ is: "gone", what: `application ${name}` });
}

/** So that it stands under Enterprise applications, where admins look. */
const shown = "WindowsAzureActiveDirectoryIntegratedApp";

export const principalStep = (requests: Requests): Step => ({
  name: "principal",
  needs,
  makes: ({ answers }) => [`servicePrincipal ${displayNameOf(answers)}`],
  look: async (made) => {
    const { registration, answers } = made;
    const found = registration ? await principalOf(requests, registration.appId) : null;
    if (found === null) return { is: "missing" };
    const next = { ...made, principal: found.id };
    return found.tags.includes(markOf(answers))
      ? { is: "there", made: next }
      : { is: "differs", how: ["tags"], made: next };
  },
  make: async (made) => {
    const { answers, registration } = made;
    const appId = registration?.appId ?? "";
    const { body } = await requests.graph(z.object({ id: z.string() }).nullable(), {
      ...{ method: "PATCH", path: `/servicePrincipals(appId='${appId}')`, createIfMissing: true },
      body: { tags: [shown, markOf(answers)] },
    });
    const { id } = body ?? (await principalOf(requests, appId)) ?? missing(answers);
    return { ...made, principal: id };
  },
  takeBack: (made) => deleteForGood(requests, "servicePrincipals", doomedPrincipal(made)),
  deletes: (made) => deletionFor(requests, "servicePrincipals", doomedPrincipal(made)),
  undo: () => null,
});

const doomedPrincipal = ({ answers, principal }: Made) => ({
  ...{ id: principal ?? null, displayName: displayNameOf(answers), mark: markOf(answers) },
});
