import type { Catalogue } from './entry.js';

/** 409 of people, clients and depots. */
export const teamProblems = {
  already_member: {
    status: 409,
    title: 'This person is already a member',
    meaning: 'The e-mail of the invitation belongs to somebody who is in this team.',
    remedy: 'Nothing is left to do: they sign in with the password they have, and choose the team.',
  },
  owner_required: {
    status: 409,
    title: 'A team always has exactly one owner',
    meaning:
      'The owner cannot leave, be removed or get another role while the team has nobody in their place.',
    remedy: 'Hand the ownership to another member first: `POST /v1/team/transfer-ownership`.',
  },
  invitation_not_pending: {
    status: 409,
    title: 'The invitation is no longer open',
    meaning: 'It was accepted or revoked meanwhile, so it can neither be sent again nor be revoked.',
    remedy: 'Make a new invitation if one is still needed.',
  },
  client_archived: {
    status: 409,
    title: 'The client is archived',
    meaning: 'Archived clients cannot sign in, be invited or get new stops; what they had stays to be seen.',
    remedy: 'Restore the client first: `POST /v1/clients/{id}/restore`.',
  },
  client_already_active: {
    status: 409,
    title: 'The client has already signed up',
    meaning: 'The delivery company invites the first person of a client only, and somebody is there already.',
    remedy: 'Its owner and admins invite everybody else: ask one of them.',
  },
  depot_is_main: {
    status: 409,
    title: 'The main depot cannot be deleted',
    detail: 'Make another depot the main one first.',
    meaning:
      'One depot is always the main one: it takes over the orders and clients of depots that are deleted.',
    remedy: 'Make another depot the main one by `POST /v1/depots/{id}/set-main`, then delete this one.',
  },
} as const satisfies Catalogue;
