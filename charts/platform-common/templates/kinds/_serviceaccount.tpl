{{/*
The service's own account. It mounts no token: a service that speaks to no Kubernetes API needs
none, and pods that need one say so themselves.
Usage: {{ include "platform-common.v1.kinds.serviceaccount" $context }}
*/}}
{{- define "platform-common.v1.kinds.serviceaccount" -}}
{{- $account := .values.serviceAccount -}}
{{- if and $account.create $account.name -}}
  {{- fail (printf "%s: values: serviceAccount.name is %q, but serviceAccount.create makes an account named %s; write serviceAccount.create: false, or remove the name" .root.Chart.Name $account.name .name) -}}
{{- end -}}
{{- if $account.create }}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" . "name" .name "annotations" $account.annotations) | nindent 2 }}
automountServiceAccountToken: false
{{- end }}
{{- end -}}

{{/*
Name of the account under which the pods run: the one that is made, or one that exists, or that
of the namespace. It is always said: a Kubernetes that merges a new pod template into the old one
keeps an account that the new one does not name.
Usage: {{ include "platform-common.v1.fields.serviceAccountName" $context }}
*/}}
{{- define "platform-common.v1.fields.serviceAccountName" -}}
{{- .values.serviceAccount.create | ternary .name (.values.serviceAccount.name | default "default") -}}
{{- end -}}
