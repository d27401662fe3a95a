import { defineProfile, part } from './order-profile.js';

export const onfleetTasks = defineProfile({
  name: 'onfleet-tasks',
  label: 'Onfleet tasks',
  description: 'The file that Onfleet imports tasks from: one row a task',
  signature: 'Recipient_Name | Recipient_Phone | Address_Line1 | City/Town | Task_Details',
  columns: {
    Recipient_Name: 'recipient.name',
    Recipient_Phone: 'recipient.phone',
    Recipient_Notes: part('notes', '\n'),
    Address_Line1: 'address.addressLineOne',
    Address_Line2: 'address.addressLineTwo',
    'City/Town': 'address.city',
    Postal_Code: 'address.zip',
    'State/Province': 'address.state',
    Country: 'address.country',
    Latitude: 'address.latitude',
    Longitude: 'address.longitude',
    Task_Details: part('notes', '\n'),
  },
  others: 'Pickup | completeAfter | completeBefore | Organization | Driver | Team',
});

/** `Load` is in the units of the vehicles’ capacity, which need not be packages. */
export const routificStops = defineProfile({
  name: 'routific-stops',
  label: 'Routific stops',
  description: 'The file that Routific plans routes from: one row a stop, its address in one cell',
  signature: 'Name | Address | From | To | Duration | Types',
  columns: {
    Name: 'recipient.name',
    Address: { split: 'address' },
    Phone: 'recipient.phone',
    From: 'timing.earliestTime',
    To: 'timing.latestTime',
    Duration: 'timing.serviceSeconds',
    Notes: 'notes',
  },
  others: 'Load | Types',
});

export const circuitStops = defineProfile({
  name: 'circuit-stops',
  label: 'Circuit (Spoke) stops',
  description: 'The file that Circuit for Teams and Spoke Dispatch import stops from: one row a stop',
  signature: 'Address/Company Name | Address line 1 | Driver (email or phone number)',
  columns: {
    'Address/Company Name': 'address.addressName',
    'Address line 1': 'address.addressLineOne',
    'Address line 2': 'address.addressLineTwo',
    City: 'address.city',
    State: 'address.state',
    'Zip code': 'address.zip',
    Zip: 'address.zip',
    Country: 'address.country',
    'Earliest time': 'timing.earliestTime',
    'Latest time': 'timing.latestTime',
    'Time at stop': 'timing.serviceSeconds',
    Notes: 'notes',
    'Recipient name': 'recipient.name',
    'Recipient email address': 'recipient.email',
    'Recipient phone number': 'recipient.phone',
    Id: 'externalId',
    'Package Count': 'packageCount',
    Products: 'products',
    'Type of stop': 'activity',
    Latitude: 'address.latitude',
    Longitude: 'address.longitude',
  },
  others: 'Internal notes | Seller | Driver (email or phone number)',
});
