using System.Linq.Expressions;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>Puts the host's lambdas together.</summary>
internal static class Expressions
{
    /// <summary>The body of a one-parameter lambda, said of <paramref name="argument"/>.</summary>
    public static Expression BodyFor(LambdaExpression lambda, Expression argument) =>
        new Replacement(lambda.Parameters[0], argument).Visit(lambda.Body)!;

    /// <summary>Both predicates.</summary>
    public static Expression<Func<T, bool>> And<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right)
    {
        var record = left.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(left.Body, BodyFor(right, record)), record);
    }

    /// <summary>The value as an object that may be null: a missing relation then gives null where a plain value type would throw.</summary>
    public static Expression Boxed(Expression value)
    {
        var type = value.Type;
        if (type.IsValueType && Nullable.GetUnderlyingType(type) is null)
        {
            value = Expression.Convert(value, typeof(Nullable<>).MakeGenericType(type));
        }

        return Expression.Convert(value, typeof(object));
    }

    private sealed class Replacement(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}
