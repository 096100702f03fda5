"""The users commands: accounts, from the command line. The first administrator is made here."""

import json

import click

from shp_gov import clock, queries, services
from shp_gov.cli.opening import opened, system
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role
from shp_gov.models import Body, User
from shp_gov.services import passwords

as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON.")
asks = click.option("--prompt", "is_asked", is_flag=True, help="Ask for the password. Else one is made and printed.")


class NoSuchAccount(DomainError):
    """Nobody has an account under this address."""


class NoSuchBody(DomainError):
    """No body has this slug."""


@click.group("users")
def group() -> None:
    """Add, disable and enable accounts, and reset passwords."""


@group.command("add")
@click.argument("email")
@click.option("--name", required=True, help="The name as it stands in the record.")
@click.option("--administrator", "is_administrator", is_flag=True, help="Manages accounts.")
@click.option("--officer-of", "slugs", multiple=True, metavar="BODY", help="Make them officer of a body. Repeatable.")
@asks
@as_json
def add(email: str, name: str, is_administrator: bool, slugs: tuple[str, ...], is_asked: bool, is_json: bool) -> None:
    """Make an account, with a first password that is shown once."""
    password = _password(is_asked=is_asked)
    with opened():
        bodies = [_body(slug) for slug in slugs]
        user = services.accounts.invite(
            email=email, name=name, password=password, is_administrator=is_administrator, actor=system()
        )
        for body in bodies:
            services.accounts.give_role(user, Role.OFFICER, body=body, from_on=clock.today(), actor=system())
        db.session.commit()
        _tell(user, f"{user.name} can sign in as {user.email}.", is_json, None if is_asked else password)


@group.command("disable")
@click.argument("email")
@as_json
def disable(email: str, is_json: bool) -> None:
    """Close an account. Its next click is refused."""
    with opened():
        user = _user(email)
        services.accounts.disable(user, actor=system())
        db.session.commit()
        _tell(user, f"The account of {user.name} is disabled.", is_json)


@group.command("enable")
@click.argument("email")
@as_json
def enable(email: str, is_json: bool) -> None:
    """Open an account again."""
    with opened():
        user = _user(email)
        services.accounts.enable(user, actor=system())
        db.session.commit()
        _tell(user, f"{user.name} can sign in again.", is_json)


@group.command("reset")
@click.argument("email")
@asks
@as_json
def reset(email: str, is_asked: bool, is_json: bool) -> None:
    """Give an account a new password. Wherever it is signed in, its next click is refused."""
    password = _password(is_asked=is_asked)
    with opened():
        user = _user(email)
        services.accounts.reset_password(user, password=password, actor=system())
        db.session.commit()
        _tell(user, f"{user.name} has a new password.", is_json, None if is_asked else password)


def _password(*, is_asked: bool) -> str:
    if not is_asked:
        return passwords.made_up()
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return typed


def _user(email: str) -> User:
    if user := queries.users.find_by_email(email):
        return user
    raise NoSuchAccount(f"Nobody has an account under {email}. Check the address.")


def _body(slug: str) -> Body:
    if body := queries.bodies.find(slug):
        return body
    raise NoSuchBody(f"There is no body {slug}. It is the last part of the address of its page.")


def _tell(user: User, words: str, is_json: bool, password: str | None = None) -> None:
    if is_json:
        told = {"email": user.email, "name": user.name, "is_enabled": user.is_enabled}
        told |= {"is_administrator": user.is_administrator} | ({"password": password} if password else {})
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(words)
    if password:
        click.echo(f"The password, shown only now: {password}")
