// Rules that just-in-time access makes: they deny until somebody asks to be let in, and are meant to.
// https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-overview
const named = /^(MicrosoftDefenderForCloud|SecurityCenter)-JITRule/i;

export const isJustInTime = (rule: string): boolean => named.test(rule);
