import { ApiKey } from '../modules/api-keys/api-key.entity.js';
import { Membership } from '../auth/identity/membership.entity.js';
import { PasswordReset } from '../auth/account/password-reset.entity.js';
import { RefreshToken, Session } from '../auth/sessions/session.entity.js';
import { SignInCounter } from '../auth/sessions/sign-in-counter.entity.js';
import { User } from '../auth/identity/user.entity.js';
import { IdempotencyKey } from '../idempotency/idempotency-key.entity.js';
import { Job } from '../jobs/job.entity.js';
import { SandboxMail } from '../mail/sandbox-mail.entity.js';
import { Client } from '../modules/clients/client.entity.js';
import { Depot } from '../modules/depots/depot.entity.js';
import { Event } from '../modules/events/event.entity.js';
import { ShopifyErasure } from '../modules/integrations/shopify/receiving/erasing/shopify-erasure.entity.js';
import { ShopifyDataRequest } from '../modules/integrations/shopify/receiving/exporting/shopify-data-request.entity.js';
import { ShopifyWebhookEvent } from '../modules/integrations/shopify/receiving/shopify-webhook-event.entity.js';
import { ShopifyConnectState } from '../modules/integrations/shopify/connecting/shopify-connect-state.entity.js';
import { ShopifyFulfillmentEvent } from '../modules/integrations/shopify/fulfilling/fulfillment-event.entity.js';
import { ShopifyFulfillment } from '../modules/integrations/shopify/fulfilling/fulfillment.entity.js';
import { ShopifyOrderFulfillment } from '../modules/integrations/shopify/fulfilling/order-fulfillment.entity.js';
import {
  ShopifyImport,
  ShopifyImportResult,
} from '../modules/integrations/shopify/importing/shopify-import.entity.js';
import { ShopifyOrder } from '../modules/integrations/shopify/importing/shopify-order.entity.js';
import { ShopifyStore } from '../modules/integrations/shopify/shopify-store.entity.js';
import { Invitation } from '../modules/invitations/invitation.entity.js';
import { ImportMapping, ImportProblem, OrderImport } from '../modules/order-imports/order-import.entity.js';
import { Order } from '../modules/orders/order.entity.js';
import { OrderText, StaleOrderText } from '../modules/orders/search/order-text.entity.js';
import { Organization } from '../modules/organizations/organization.entity.js';
import { Attempt } from '../modules/attempts/attempt.entity.js';
import { Driver } from '../modules/drivers/driver.entity.js';
import { Proof } from '../modules/proofs/proof.entity.js';
import { Route } from '../modules/routes/route.entity.js';
import { SandboxDrive } from '../modules/sandbox/driving/sandbox-drive.entity.js';
import { WebhookAttempt, WebhookDelivery } from '../modules/webhooks/webhook-delivery.entity.js';
import { WebhookEndpoint } from '../modules/webhooks/webhook-endpoint.entity.js';

/** All tables: the one list that migrations, the app and the tests share. */
export const entities = [
  ApiKey,
  Attempt,
  Client,
  Depot,
  Driver,
  Event,
  IdempotencyKey,
  ImportMapping,
  ImportProblem,
  Invitation,
  Job,
  Membership,
  Order,
  OrderImport,
  OrderText,
  Organization,
  PasswordReset,
  Proof,
  RefreshToken,
  Route,
  SandboxDrive,
  SandboxMail,
  Session,
  ShopifyDataRequest,
  ShopifyErasure,
  ShopifyConnectState,
  ShopifyFulfillment,
  ShopifyFulfillmentEvent,
  ShopifyOrderFulfillment,
  ShopifyImport,
  ShopifyImportResult,
  ShopifyOrder,
  ShopifyStore,
  ShopifyWebhookEvent,
  SignInCounter,
  StaleOrderText,
  User,
  WebhookAttempt,
  WebhookDelivery,
  WebhookEndpoint,
];
