{{/*
Environment of a hook: the service's credentials and the rest of its environment, and the hook's
own, which takes the place of a name that the service has too; "" removes it.
Usage: {{ include "platform-common.v1.fields.hookEnv" (dict "context" $context "job" $job) }}
*/}}
{{- define "platform-common.v1.fields.hookEnv" -}}
{{- $given := dict "context" .context "job" .job -}}
{{- include "platform-common.v1.fields.readHookOptions" $given -}}
{{- $own := $given.env -}}
{{- $collected := dict "chart" .context.root.Chart.Name "claims" dict "entries" list -}}
{{- include "platform-common.v1.fields.collectEnv" (dict "collected" $collected "chart" .context.root.Chart.Name "env" $own "path" (printf "%s.env" .job.path)) -}}
{{- $entries := list -}}
{{- range concat .context.environment.credentials .context.environment.entries -}}
  {{- if not (hasKey $own .name) -}}
    {{- $entries = append $entries . -}}
  {{- end -}}
{{- end -}}
{{- include "platform-common.v1.fields.envEntries" (concat $entries $collected.entries) -}}
{{- end -}}

{{/*
The hook's own variables, set in place as "env". Options of the JVM that a person gives stand
before those of the trust store, as the service's do, and do not take their place.
Usage: {{ include "platform-common.v1.fields.readHookOptions" (dict "context" $context "job" $job) }}
*/}}
{{- define "platform-common.v1.fields.readHookOptions" -}}
{{- $env := .job.hook.env | default dict -}}
{{- $options := .context.caCertificates.options -}}
{{- $given := get $env "JAVA_TOOL_OPTIONS" -}}
{{- if and $options $given -}}
  {{- $where := printf "%s: values: %s.env.JAVA_TOOL_OPTIONS" .context.root.Chart.Name .job.path -}}
  {{- if not (kindIs "string" $given) -}}
    {{- fail (printf "%s is in a Secret, beside which caCertificates cannot set its trust store; write it as text" $where) -}}
  {{- else if contains "-Djavax.net.ssl.trustStore" $given -}}
    {{- fail (printf "%s sets a trust store, and so does caCertificates; keep one" $where) -}}
  {{- else -}}
    {{- $env = merge (dict "JAVA_TOOL_OPTIONS" (printf "%s %s" $given $options)) $env -}}
  {{- end -}}
{{- end -}}
{{- $_ := set . "env" $env -}}
{{- end -}}

{{/*
From which ConfigMap a hook takes the service's configuration, set in place as "name", "" for
none: it is text there and no environment of its own, so that of a name that a Secret holds too
the Secret's value stands, and Kubernetes replaces no $(NAME) in it, both as in the service's own
pods. A hook that removes names of it has one of its own, with "own" in it.
Usage: {{ include "platform-common.v1.fields.readHookConfig" (dict "context" $context "job" $job) }}
*/}}
{{- define "platform-common.v1.fields.readHookConfig" -}}
{{- $context := .context -}}
{{- $env := .job.hook.env | default dict -}}
{{- $left := dict -}}
{{- range $name, $entry := $context.config -}}
  {{- if or (not (hasKey $env $name)) (get $env $name) -}}
    {{- $_ := set $left $name $entry -}}
  {{- end -}}
{{- end -}}
{{- $isWhole := eq (len $left) (len $context.config) -}}
{{- $name := .job.early | ternary (printf "%s-hooks" $context.name) $context.name -}}
{{- if not $isWhole }}{{ $name = printf "%s-%s-config" $context.name .job.name }}{{ end -}}
{{- $_ := set . "name" ($left | empty | ternary "" $name) -}}
{{- $_ := set . "own" ($isWhole | ternary dict $left) -}}
{{- end -}}
