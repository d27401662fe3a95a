"""The main job through the generated Python client; prints how many calls it took."""
import json
import os
import tempfile
import time
import uuid
from urllib.parse import parse_qs, urlparse

import openapi_client as api

calls = 0


class Counted(api.ApiClient):
    def call_api(self, *args, **kwargs):
        global calls
        calls += 1
        return super().call_api(*args, **kwargs)


def client(token=None):
    configuration = api.Configuration(host=os.environ["WAYBILL_URL"])
    configuration.access_token = token
    return Counted(configuration)


def person(name):
    return {"name": name, "email": f"{uuid.uuid4()}@example.org", "password": "plum tractor sings at noon"}


def same(actual, wanted):
    assert actual == wanted, f"expected {wanted!r}, found {actual!r}"


owner = api.AuthApi(client()).signup({"organizationName": "Swift Wheels", **person("Ada Park")})
added = api.ClientsApi(client(owner.access_token)).create_client(
    {"companyName": "Book Nook", "allowOrderUpload": True, "invitation": {"channel": "link"}}
)
token = parse_qs(urlparse(added.invitation.url).query)["token"][0]
session = api.InvitationsApi(client()).accept_invitation({"token": token, **person("Bo Nook")})

portal = client(session.access_token)
orders = api.OrdersApi(portal)
address = {"addressLineOne": "828 Broadway", "city": "New York"}
for external_id in ("A-1", "A-2"):
    same(orders.create_order({"externalId": external_id, "address": address}).status, "draft")

try:
    orders.create_order({"address": {**address, "latitude": 200, "longitude": 0}})
    raise AssertionError("nothing was refused")
except api.ApiException as error:
    problem = json.loads(error.body)
    same((error.status, problem["code"]), (400, "validation_failed"))
    same([field["pointer"] for field in problem["errors"]], ["/address/latitude"])

imports = api.OrderImportsApi(portal)
with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
    file.write("Id,Address,City\nC-1,476 5th Ave,New York\nC-2,40 Lincoln Center Plaza,New York\n")
    file.flush()
    upload = imports.create_order_import(file.name)
while upload.status in ("queued", "running"):
    time.sleep(0.1)
    upload = imports.get_order_import(upload.id)
same((upload.status, upload.rows_imported), ("completed", 2))

first = orders.list_orders(status=["draft"], limit=3)
second = orders.list_orders(status=["draft"], limit=3, cursor=first.next_cursor)
same((len(first.items), len(second.items), second.next_cursor), (3, 1, None))
done = orders.submit_orders({"ids": [order.id for order in first.items + second.items]})
same((done.succeeded_count, done.failed_count), (4, 0))
print(calls)
