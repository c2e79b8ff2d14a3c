// Contoso: the tenant, the people and the groups of the scenarios, as constants for tests and policies.

export const tenantId = "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7";
export const botAppId = "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14";
export const botSecret = "local-azure-only";
/** Azure Monitor's own application, which calls secure webhooks: the same in every tenant of public Azure. */
export const azureMonitorAppId = "461e8683-5575-4561-ac7f-899cc907d62a";
/** What the other sources of alerts share with the bot. */
export const alertSecrets = {
  alertmanager: "local-azure-only-alertmanager",
  grafana: "local-azure-only-grafana",
  pagerDuty: "local-azure-only-pagerduty",
} as const;
export const connectionName = "aks-oncall";

export const subscriptions = {
  prod: "8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653",
  connectivity: "d4e91b27-0c68-4a3f-b85d-7f21c6a094e8",
} as const;

export const groups = {
  /** May diagnose and read: the policy's engineers on call. */
  aksOncall: "5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70",
  /** Approves changes. */
  aksLeads: "c7a1f684-2e95-4b03-a6d9-18f0e57b3c42",
  /** A regional team, itself a member of aks-oncall. */
  aksEmea: "91d8b5e3-6a4f-4c17-9e20-b7c35f8d0a61",
} as const;

export type Person = { oid: string; displayName: string; userPrincipalName: string };

const person = (oid: string, displayName: string, userPrincipalName: string): Person => ({
  oid,
  displayName,
  userPrincipalName,
});

export const people = {
  /** On call: diagnoses and reads; Reader everywhere, run command on the cluster's subscription. */
  alex: person("1c5e7a92-3b60-4d8f-a417-9e02c6f8b35d", "Alex Wilber", "alexw@contoso.example"),
  /** Lead: approves; Contributor on both subscriptions. */
  megan: person("2f8d0b41-9c73-4e15-b6a8-40d7e1c95f62", "Megan Bowen", "meganb@contoso.example"),
  /** In no group, with no role. */
  adele: person("3a9b6c58-e204-4f71-8d3c-5b81f0a7e496", "Adele Vance", "adelev@contoso.example"),
  /** Like Alex, but must sign in first. */
  lee: person("4d70e3f5-16a8-4b92-9c5e-c82f7d1b0a39", "Lee Gu", "leeg@contoso.example"),
  /** On call by the policy's group, with no role in Azure. */
  diego: person("5b14f8c7-d93e-4a60-87f2-6e0a9c5d3b18", "Diego Siciliani", "diegos@contoso.example"),
  /** On call; Reader on the cluster's resource group only. */
  isaiah: person("6e82a0d9-4f5b-4c37-b19d-0d7c3e6f8a54", "Isaiah Langer", "isaiahl@contoso.example"),
  /** Like Alex, but a member of aks-oncall only through aks-emea. */
  patti: person("7c39d1b6-82e0-4f4a-a5c7-f1b8e60d2943", "Patti Fernandez", "pattif@contoso.example"),
} as const;
