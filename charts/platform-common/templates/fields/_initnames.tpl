{{/*
Names of the init containers that this chart makes for the service's own pods, set as "initNames"
in the context the first time: by name what makes it. A pod has each name once, so no other
container may have one of them: not the service's, which bears the service's name, nor a hook's,
which bears the hook's.
Usage: {{ include "platform-common.v1.fields.readInitNames" $context }}
*/}}
{{- define "platform-common.v1.fields.readInitNames" -}}
{{- if not (hasKey . "initNames") -}}
  {{- include "platform-common.v1.fields.readCaCertificates" . -}}
  {{- include "platform-common.v1.fields.readWaits" . -}}
  {{- $names := dict -}}
  {{- range .waits -}}
    {{- $_ := set $names .name (printf "the wait for %s" .dependency.name) -}}
  {{- end -}}
  {{- if has .caCertificates.way (list "bundle" "trustStore") -}}
    {{- $_ := set $names "ca-certificates" "caCertificates" -}}
  {{- end -}}
  {{- if and .values.migration.enabled (not .values.migration.hook) -}}
    {{- $_ := set $names "migration" "migration" -}}
  {{- end -}}
  {{- $_ := set . "initNames" $names -}}
{{- end -}}
{{- end -}}

{{/*
Stops at a container of the service's own pods that has the name of another.
Usage: {{ include "platform-common.v1.fields.checkContainerNames" $context }}
*/}}
{{- define "platform-common.v1.fields.checkContainerNames" -}}
{{- include "platform-common.v1.fields.readInitNames" . -}}
{{- with get .initNames .name -}}
  {{- fail (printf "%s: the name %q is that of an init container, which %s makes; write another in fullnameOverride" $.root.Chart.Name $.name .) -}}
{{- end -}}
{{- $taken := append (keys .initNames) .name -}}
{{- include "platform-common.v1.fields.checkUnique" (dict "context" . "path" "sidecars" "key" "name" "taken" $taken) -}}
{{- range .values.sidecars -}}
  {{- $taken = append $taken .name -}}
{{- end -}}
{{- include "platform-common.v1.fields.checkUnique" (dict "context" . "path" "initContainers" "key" "name" "taken" $taken) -}}
{{- end -}}
