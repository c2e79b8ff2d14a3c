// The delegated permissions that the app registration needs, by API: the same in every cloud.

export type NeededPermissions = Readonly<{
  /** Application id of the API. */
  appId: string;
  api: string;
  scopes: readonly string[];
}>;

const graph = { appId: "00000003-0000-0000-c000-000000000000", api: "Microsoft Graph" };

/** `onCall`: the schedules that the policy names make the bot look for people, and read Shifts. */
export const neededPermissions = (onCall: Readonly<{ people: boolean; shifts: boolean }>) =>
  [
    {
      appId: "797f4846-ba00-4fd7-ba43-dac1f8f63013",
      api: "Azure Service Management",
      scopes: ["user_impersonation"],
    },
    {
      appId: "6dae42f8-4368-4678-94ff-3960e28e3630",
      api: "Azure Kubernetes Service AAD Server",
      scopes: ["user.read"],
    },
    {
      ...graph,
      scopes: [
        ...["User.Read", "GroupMember.Read.All"],
        ...(onCall.people ? ["User.ReadBasic.All"] : []),
        ...(onCall.shifts ? ["Schedule.Read.All"] : []),
      ],
    },
  ] as const satisfies readonly NeededPermissions[];

/** Teams' own clients, which get a token for the bot without a question. */
export const teamsClients = {
  "1fec8e78-bce4-4aaf-ab1b-5451cc387264": "Teams (desktop, phone)",
  "5e3ce6c0-2b1f-4285-8d4b-75ee78787346": "Teams (web)",
} as const;
