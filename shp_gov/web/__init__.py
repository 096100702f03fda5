"""HTTP in, HTML out. One folder for each blueprint."""

from flask import Flask

from shp_gov.extensions import login_manager
from shp_gov.queries import users
from shp_gov.web import access, addresses, errors, front_end, headers
from shp_gov.web.accounts import blueprint as accounts
from shp_gov.web.actions.views import blueprint as actions
from shp_gov.web.agendas import blueprint as agendas
from shp_gov.web.auth import sessions
from shp_gov.web.auth.views import blueprint as auth
from shp_gov.web.between import blueprint as between
from shp_gov.web.bodies.views import blueprint as bodies
from shp_gov.web.compliance import blueprint as compliance
from shp_gov.web.cycle import blueprint as cycle
from shp_gov.web.dashboard import blueprint as dashboard
from shp_gov.web.decisions.views import blueprint as decisions
from shp_gov.web.diary import blueprint as diary
from shp_gov.web.duties import blueprint as duties
from shp_gov.web.files.views import blueprint as files
from shp_gov.web.forward_plan import blueprint as forward_plan
from shp_gov.web.frame import frame
from shp_gov.web.imports import blueprint as imports
from shp_gov.web.interests.views import blueprint as interests
from shp_gov.web.meetings import blueprint as meetings
from shp_gov.web.members import blueprint as members
from shp_gov.web.merges.views import blueprint as merges
from shp_gov.web.minutes import blueprint as minutes
from shp_gov.web.minuting import blueprint as minuting
from shp_gov.web.notice import blueprint as notice
from shp_gov.web.organisations.views import blueprint as organisations
from shp_gov.web.papers.views import blueprint as papers
from shp_gov.web.past import blueprint as past
from shp_gov.web.publication import blueprint as publication
from shp_gov.web.replies import blueprint as replies
from shp_gov.web.reports import blueprint as reports
from shp_gov.web.revisions import blueprint as revisions
from shp_gov.web.script import blueprint as script
from shp_gov.web.settings import blueprint as settings
from shp_gov.web.standings.views import blueprint as standings
from shp_gov.web.terms import blueprint as terms

BLUEPRINTS = (
    reports,
    accounts,
    actions,
    agendas,
    auth,
    between,
    bodies,
    compliance,
    cycle,
    dashboard,
    decisions,
    diary,
    duties,
    forward_plan,
    imports,
    interests,
    meetings,
    notice,
    members,
    merges,
    minutes,
    minuting,
    organisations,
    papers,
    past,
    replies,
    script,
    publication,
    settings,
    revisions,
    standings,
    terms,
    files,
)


def register(app: Flask) -> None:
    """Add every blueprint, and refuse to start while a view is unmarked."""
    addresses.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    login_manager.user_loader(users.find_by_session)
    sessions.init_app(app)
    front_end.init_app(app, frame=frame)
    headers.init_app(app)
    errors.init_app(app)
    access.refuse_unmarked_views(app)
