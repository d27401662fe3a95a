import { amazonOrders, amazonUnshippedOrders } from './amazon.js';
import {
  dhlGeschaeftskunden,
  dpdShipAtEase,
  dpdShipper,
  mydhlShipments,
  upsBatchShipments,
} from './carriers.js';
import { ebayOrders, ebayOrdersUk } from './ebay.js';
import { etsySoldOrderItems, etsySoldOrders } from './etsy.js';
import { type OrderProfile } from './order-profile.js';
import { circuitStops, onfleetTasks, routificStops } from './route-planners.js';
import { shipstationExport, shipstationOrders, stampsComOrders } from './shipping-software.js';
import { bigcommerceOrders, magentoOrders } from './shop-systems.js';
import { shopifyOrders } from './shopify.js';
import {
  woocommerceAdvancedExport,
  woocommerceAnalytics,
  woocommerceOrderItems,
  woocommerceOrders,
  woocommerceWebtoffee,
} from './woocommerce.js';

/** Every layout that is known: shops first, then marketplaces, shipping software, carriers and route planners. */
export const PROFILES: readonly OrderProfile[] = [
  shopifyOrders,
  woocommerceOrders,
  woocommerceOrderItems,
  woocommerceAdvancedExport,
  woocommerceWebtoffee,
  woocommerceAnalytics,
  magentoOrders,
  bigcommerceOrders,
  etsySoldOrders,
  etsySoldOrderItems,
  ebayOrders,
  ebayOrdersUk,
  amazonOrders,
  amazonUnshippedOrders,
  shipstationOrders,
  shipstationExport,
  stampsComOrders,
  dhlGeschaeftskunden,
  mydhlShipments,
  dpdShipper,
  dpdShipAtEase,
  upsBatchShipments,
  onfleetTasks,
  routificStops,
  circuitStops,
];
