// What one line or block of a pasted test shows, before anything is made of it: typed, and of no cluster in particular.

/**
 * `noSuchName`: the server knows the zone and not the name. `empty`: it answered without an address. `failed`: it answered
 * that it cannot say, or will not.
 */
export type ObservedAnswer = "addresses" | "noSuchName" | "empty" | "failed" | "noAnswer";

export type Observation = Readonly<
  /** `names`: the one asked for and what it leads to. `server`: who was asked, null where nothing says so. */
  | {
      is: "name";
      names: readonly string[];
      server: string | null;
      answer: ObservedAnswer;
      addresses: readonly string[];
    }
  /** `failed`: it did not open, and the tool does not say why. Null: not said. `direct`: an address was typed, no name. */
  | {
      is: "connection";
      host: string | null;
      address: string | null;
      port: number | null;
      end: ConnectionEnd;
      direct?: true;
    }
  /** `host`, here and below: a name or an address that was asked, null where nothing says so. */
  | {
      is: "certificate";
      subject: string | null;
      issuer: string | null;
      expires: string | null;
      host: string | null;
    }
  | { is: "tls"; end: TlsEnd; host: string | null }
  /** `by`: whether it is seen that the API server itself answered. */
  | { is: "http"; status: number; by: "apiServer" | "unknown"; host: string | null }
  /** `status`: what it answered to CONNECT. */
  | { is: "proxy"; proxy: string | null; status: number | null; end: ConnectionEnd | null }
  /** A code of Entra ID, like `AADSTS50020`. */
  | { is: "signIn"; code: string }
  /** The tenant that the Azure CLI is signed in to. */
  | { is: "tenant"; id: string }
>;

export type ConnectionEnd = "open" | "refused" | "timedOut" | "reset" | "unreachable" | "failed";

/** `silent`: the handshake began and got no answer. `noTls`: what answered speaks no TLS. */
export type TlsEnd = "unknownAuthority" | "expired" | "otherName" | "silent" | "cut" | "noTls";

export type Of<Is extends Observation["is"]> = Extract<Observation, Readonly<{ is: Is }>>;

/** A reader goes over all lines once. */
export type Reader = (lines: readonly string[]) => readonly Observation[];
