{{/*
The migration as a hook Job, for a database outside the release: it runs before anything of the
release is there or changed, and a migration that fails stops the upgrade.
Usage: {{ include "platform-common.v1.kinds.migrationjob" $context }}
*/}}
{{- define "platform-common.v1.kinds.migrationjob" -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- range .hooks.jobs }}
{{- if eq .path "migration" }}
{{ include "platform-common.v1.fields.hookJob" (dict "context" $ "job" . "component" "migration") }}
{{- end }}
{{- end }}
{{- end -}}
