"""The tables. Import every model from here."""

from shp_gov.models.action import Action, ActionEvent, ActionSupporter, Evidence, Happening
from shp_gov.models.agenda_item import AgendaItem, ItemPurpose
from shp_gov.models.appointment import Appointment, AppointmentKind, Substitution
from shp_gov.models.attendance import Attendance, Capacity
from shp_gov.models.audit_event import AuditEvent, AuditHead, AuditTrailIsFinal, AuditWords
from shp_gov.models.base import Base, Provenance
from shp_gov.models.body import AccessRegime, Body, BodyKind, MunicipalYear
from shp_gov.models.decision import Agreement, Decision, DecisionKind
from shp_gov.models.document import Document
from shp_gov.models.duty import DutyEntry, DutyPlan
from shp_gov.models.form_token import FormToken
from shp_gov.models.import_ import Correction, Import, Question, QuestionKind
from shp_gov.models.interest import Interest
from shp_gov.models.meeting import Meeting, MeetingMode
from shp_gov.models.merge import Merge
from shp_gov.models.message import Message
from shp_gov.models.minute import Minute
from shp_gov.models.office import Office, OfficeKind
from shp_gov.models.organisation import Organisation, OrganisationName, OrganisationType, Succession
from shp_gov.models.person import KnownAs, Person, PersonPost
from shp_gov.models.proposed_action import ProposedAction
from shp_gov.models.registered_interest import InterestKind, RegisteredInterest
from shp_gov.models.report import Appendix, ContactOfficer, Recommendation, Report
from shp_gov.models.role import RoleHeld
from shp_gov.models.rule_setting import RuleSetting, SettingKind
from shp_gov.models.seat import Seat, SeatCategory
from shp_gov.models.sighting import Sighting
from shp_gov.models.standing import Standing
from shp_gov.models.statement import Statement
from shp_gov.models.terms import (
    TermsOffice,
    TermsSeat,
    TermsSection,
    TermsState,
    TermsSubGroup,
    TermsVersion,
    Voting,
)
from shp_gov.models.user import SignInAttempt, User

__all__ = [
    "AccessRegime",
    "Action",
    "ActionEvent",
    "ActionSupporter",
    "AgendaItem",
    "Agreement",
    "Appendix",
    "Appointment",
    "AppointmentKind",
    "Attendance",
    "AuditEvent",
    "AuditHead",
    "AuditTrailIsFinal",
    "AuditWords",
    "Base",
    "Body",
    "BodyKind",
    "Capacity",
    "ContactOfficer",
    "Correction",
    "Decision",
    "DecisionKind",
    "Document",
    "DutyEntry",
    "DutyPlan",
    "Evidence",
    "FormToken",
    "Happening",
    "Import",
    "Interest",
    "InterestKind",
    "ItemPurpose",
    "KnownAs",
    "Meeting",
    "MeetingMode",
    "Merge",
    "Message",
    "Minute",
    "MunicipalYear",
    "Office",
    "OfficeKind",
    "Organisation",
    "OrganisationName",
    "OrganisationType",
    "Person",
    "PersonPost",
    "ProposedAction",
    "Provenance",
    "Question",
    "QuestionKind",
    "Recommendation",
    "RegisteredInterest",
    "Report",
    "RoleHeld",
    "RuleSetting",
    "Seat",
    "SeatCategory",
    "SettingKind",
    "Sighting",
    "SignInAttempt",
    "Standing",
    "Statement",
    "Substitution",
    "Succession",
    "TermsOffice",
    "TermsSeat",
    "TermsSection",
    "TermsState",
    "TermsSubGroup",
    "TermsVersion",
    "User",
    "Voting",
]
