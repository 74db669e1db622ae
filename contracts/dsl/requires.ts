/** What a client has to be: a role that the channel declares, or any one of several. */
export type Requires<Role extends string = string> = Role | readonly Role[];
