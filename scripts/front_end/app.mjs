// Everything works without this file: it moves focus to errors, stops double clicks and shows passwords on request.
import {
  Button, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, createAll
} from "govuk-frontend"

document.body.classList.add("js-enabled", "govuk-frontend-supported")
createAll(Button, { preventDoubleClick: true })
for (const component of [Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink]) createAll(component)
