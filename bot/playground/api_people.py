"""auth, api.test, team, users.* and usergroups.*."""

from bot.playground import payloads
from bot.playground.api_conversations import check_types, kind_of
from bot.playground.refused import Json, Refused
from bot.playground.web_api import Method, flag, needed, page
from bot.playground.workspace import Workspace


async def api_test(_workspace: Workspace, args: Json) -> Json:
    if args.get("error"):
        raise Refused(str(args["error"]), args=args)
    return {"args": args}


async def auth_test(workspace: Workspace, _args: Json) -> Json:
    app, team = workspace.app, workspace.team
    return {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name,
        "user": workspace.users[app.bot_user].name,
        "team_id": team.id,
        "user_id": app.bot_user,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }


async def team_info(workspace: Workspace, _args: Json) -> Json:
    team = workspace.team
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}}


async def user_info(workspace: Workspace, args: Json) -> Json:
    asked = workspace.user(str(needed(args, "user")))
    if asked.team_id and asked.team_id != workspace.team.id and not workspace.app.sees_strangers:
        raise Refused("user_not_visible")
    user = payloads.user_json(workspace, asked)
    if not flag(args, "include_locale"):
        del user["locale"]
    return {"user": user}


async def user_conversations(workspace: Workspace, args: Json) -> Json:
    """List the channels of a person (the bot when none is named); of private ones only those the bot is in too."""
    kinds = check_types(workspace, args)
    bot = workspace.app.bot_user
    user = workspace.user(str(args.get("user") or bot)).id
    found = [
        channel
        for channel in workspace.channels.values()
        if kind_of(channel) in kinds
        and user in channel.members
        and workspace.can_see(bot, channel)
        and not (channel.is_archived and flag(args, "exclude_archived"))
    ]
    shown, more = page(workspace, found, args)
    return {"channels": [payloads.channel_json(workspace, channel) for channel in shown], **more}


async def usergroup_list(workspace: Workspace, args: Json) -> Json:
    groups = []
    for group in workspace.usergroups.values():
        shown: Json = {
            "id": group.id,
            "team_id": workspace.team.id,
            "handle": group.handle,
            "name": group.name,
        }
        shown |= {"is_usergroup": True, "date_delete": 0, "user_count": len(group.users)}
        groups.append(shown | ({"users": group.users} if flag(args, "include_users") else {}))
    return {"usergroups": groups}


async def usergroup_users(workspace: Workspace, args: Json) -> Json:
    group = workspace.usergroups.get(str(needed(args, "usergroup")))
    if group is None:
        raise Refused("no_such_subteam")
    return {"users": group.users}


METHODS = {
    "api.test": Method(api_test, token="none"),  # noqa: S106 - a kind of token
    "auth.test": Method(auth_test),
    "team.info": Method(team_info, ("team:read",)),
    "users.info": Method(user_info, ("users:read",)),
    "users.conversations": Method(
        user_conversations, ("channels:read", "groups:read", "im:read", "mpim:read")
    ),
    "usergroups.list": Method(usergroup_list, ("usergroups:read",)),
    "usergroups.users.list": Method(usergroup_users, ("usergroups:read",)),
}
