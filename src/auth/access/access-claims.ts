/** Claims of an access token: the person, the session and the team's membership. */
export interface AccessClaims {
  sub: string;
  sid: string;
  mid: string;
}

/** What a received token says; `exp` is when it ends, in seconds since 1970. */
export interface ReceivedClaims extends AccessClaims {
  exp: number;
}
