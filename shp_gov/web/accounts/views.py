"""Accounts: who may sign in. For administrators."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from shp_gov import queries, services
from shp_gov.database import db
from shp_gov.domain.permissions import Permission
from shp_gov.models import Person, User
from shp_gov.services import passwords
from shp_gov.services.accounts import AccountRefused
from shp_gov.web import once
from shp_gov.web.access import actor, requires, viewer
from shp_gov.web.accounts.blueprint import blueprint
from shp_gov.web.accounts.forms import AddForm, EditForm, FindForm, ResetForm, offer
from shp_gov.web.forms import Form
from shp_gov.web.paging import asked_page, page_of


@blueprint.get("/accounts")
@requires(Permission.MANAGE_ACCOUNTS)
def index() -> ResponseReturnValue:
    """List the accounts, by name."""
    form, number = FindForm(), asked_page()
    words = (form.words.data or "") if form.validate() else ""
    found, total = queries.users.page(number, words=words, viewer=viewer())
    page = page_of(number, total)
    return render_template("accounts/index.html", accounts=found, page=page, form=form, words=words, on=viewer().on)


@blueprint.get("/accounts/<int:user_id>")
@requires(Permission.MANAGE_ACCOUNTS, of=queries.users.get)
def show(user: User) -> ResponseReturnValue:
    """Show an account: whose it is, what it is to each body, and what can be done with it."""
    return _show(user, Form())


def _show(user: User, form: Form) -> str:
    is_own = user.id == viewer().user_id
    return render_template("accounts/show.html", user=user, form=form, on=viewer().on, is_own=is_own)


@blueprint.route("/accounts/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS)
def add() -> ResponseReturnValue:
    """Make an account, with a first password that is shown once."""
    form = AddForm()
    offer(form, queries.bodies.all_bodies())
    if form.validate_on_submit():
        with form.refusals():
            password = form.password.data or passwords.made_up()
            user = _invited(form, password)
            once.spend(viewer(), url_for(".show", user_id=user.id))
            db.session.commit()
            return render_template("accounts/_password.html", user=user, password=password, is_new=True)
    return render_template("accounts/add.html", form=form)


def _invited(form: AddForm, password: str) -> User:
    return services.accounts.invite(
        email=form.email.data or "",
        name=form.name.data or "",
        password=password,
        person=_person(form) if form.person.data else None,
        is_administrator=form.is_administrator.data,
        actor=actor(),
    )


@blueprint.route("/accounts/<int:user_id>/edit", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS, of=queries.users.get)
def edit(user: User) -> ResponseReturnValue:
    """Change whose an account is, its address, or whether it manages accounts."""
    known = {"name": user.name, "email": user.email, "is_administrator": user.is_administrator}
    form = EditForm(data=known)
    offer(form, queries.bodies.all_bodies())
    if form.validate_on_submit():
        with form.refusals():
            _change(user, form)
            result = once.spend(viewer(), url_for(".show", user_id=user.id))
            db.session.commit()
            flash(f"The account of {user.name} is changed.")
            return redirect(result)
    return render_template("accounts/edit.html", form=form, user=user)


def _change(user: User, form: EditForm) -> None:
    person = None if form.is_nobody.data else user.person
    services.accounts.change(
        user,
        name=form.name.data or "",
        email=form.email.data or "",
        person=_person(form) if form.person.data else person,
        is_administrator=form.is_administrator.data,
        actor=actor(),
    )


def _person(form: AddForm | EditForm) -> Person:
    body = queries.bodies.get(form.body.data, viewer=viewer())
    found = queries.users.people_called(form.person.data or "", body=body)
    if not found:
        raise AccountRefused(
            f"The {body.name} knows nobody called {form.person.data}. Type the name as its list has it."
        )
    if len(found) > 1:
        raise AccountRefused(f"{len(found)} people called {form.person.data} are in the {body.name}. Merge them first.")
    return found[0]


@blueprint.route("/accounts/<int:user_id>/password", methods=["GET", "POST"])
@requires(Permission.MANAGE_ACCOUNTS, of=queries.users.get)
def reset(user: User) -> ResponseReturnValue:
    """Give an account a new password, shown once; everybody signed in with it is signed out."""
    form = ResetForm()
    if form.validate_on_submit():
        with form.refusals():
            password = form.password.data or passwords.made_up()
            services.accounts.reset_password(user, password=password, actor=actor())
            once.spend(viewer(), url_for(".show", user_id=user.id))
            db.session.commit()
            return render_template("accounts/_password.html", user=user, password=password, is_new=False)
    return render_template("accounts/reset.html", form=form, user=user)


@blueprint.post("/accounts/<int:user_id>/disable")
@requires(Permission.MANAGE_ACCOUNTS, of=queries.users.get)
def disable(user: User) -> ResponseReturnValue:
    """Close an account: the next click of whoever uses it is refused."""
    form = Form()
    if form.validate_on_submit():
        with form.refusals():
            services.accounts.disable(user, actor=actor())
            result = once.spend(viewer(), url_for(".show", user_id=user.id))
            db.session.commit()
            flash(f"The account of {user.name} is disabled. Its next click is refused.")
            return redirect(result)
    return _show(user, form)


@blueprint.post("/accounts/<int:user_id>/enable")
@requires(Permission.MANAGE_ACCOUNTS, of=queries.users.get)
def enable(user: User) -> ResponseReturnValue:
    """Open an account again."""
    form = Form()
    if form.validate_on_submit():
        with form.refusals():
            services.accounts.enable(user, actor=actor())
            result = once.spend(viewer(), url_for(".show", user_id=user.id))
            db.session.commit()
            flash(f"{user.name} can sign in again.")
            return redirect(result)
    return _show(user, form)
