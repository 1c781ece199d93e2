/** What a platform has granted the bot for one workspace or organisation, as it is stored. */
export type Installation = {
  /** The key of the workspace (`slack:T1`), or of the organisation that has it for many of them. */
  readonly scope: string;
  /** Credentials and what else the adapter knows, sealed: the store cannot read it. */
  readonly sealed: string;
  /** Until when the credentials are good, UTC ms; null for always. */
  readonly expires: number | null;
  /** Grows with every change of what was granted. */
  readonly revision: number;
  /** When it was granted last, UTC ms. */
  readonly installedAt: number;
  /** The platform's code for why the credentials could not be renewed; null while they could. */
  readonly trouble: string | null;
};

/** What is granted, and renewed. */
export type Grant = Pick<Installation, 'sealed' | 'expires'>;

export type InstallationUnit = {
  /** That of the scope itself, else that of the organisation which the scope has `join`ed; null if there is none. */
  readonly serving: (scope: string) => Promise<Installation | null>;
  /** All, by their scopes in order. */
  readonly list: () => Promise<readonly Installation[]>;
  /** Granted for the first time or again, in place of any before: whoever renews the one before does it in vain. */
  readonly put: (scope: string, grant: Grant, now: number) => Promise<void>;
  /** Notes that the installation of an organisation serves this workspace, too. */
  readonly join: (scope: string, organisation: string) => Promise<void>;
  /** The workspaces that have joined, in order. */
  readonly joined: (organisation: string) => Promise<readonly string[]>;
  /** Scopes whose credentials end before an instant (UTC ms), the first to end first. */
  readonly expiring: (before: number, limit: number) => Promise<readonly string[]>;
  /**
   * Lets this process alone renew the credentials of that revision, until `now + lease`. False if another process is at it, or
   * the revision is another by now.
   */
  readonly claim: (scope: string, revision: number, now: number, lease: number) => Promise<boolean>;
  /** Stores what was renewed, and ends the claim. False if this process has no claim (any more): then nothing changes. */
  readonly renew: (scope: string, revision: number, grant: Grant) => Promise<boolean>;
  /** Ends the claim of this process without a renewal; `trouble` says why, null for no lasting reason. */
  readonly release: (scope: string, revision: number, trouble: string | null) => Promise<void>;
  /** Puts the same content sealed anew in place of `before`. False if that does not stand there any more. */
  readonly reseal: (scope: string, before: string, after: string) => Promise<boolean>;
};
